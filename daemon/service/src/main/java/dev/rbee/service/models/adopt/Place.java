package dev.rbee.service.models.adopt;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Where models lie that rbee did not put there. */
public interface Place {
    /** Its folder; also what it is known by. */
    Path root();

    /** How its models came to this machine. */
    Origin origin();

    /** Whether its models are still shown, as away, while the folder is not there: somebody has named it. */
    boolean named();

    /**
     * What lies there now. Reads the disk, of a share perhaps, and may block for as long as that does. Throws where the folder
     * is not there or cannot be read.
     */
    List<Found> scan() throws IOException;
}
