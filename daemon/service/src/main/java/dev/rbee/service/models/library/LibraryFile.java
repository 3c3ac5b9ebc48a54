package dev.rbee.service.models.library;

import dev.rbee.contract.models.LibraryModel;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code library.json} as it lies on the disk and at {@code models.library_url}.
 *
 * @param schema {@link #SCHEMA}; a file of another one is for another rbee
 * @param updated the newer of two files counts
 * @param note for people
 */
record LibraryFile(int schema, LocalDate updated, @Nullable String note, List<LibraryModel> models) {
    /** What this rbee reads; added fields do not change it. */
    static final int SCHEMA = 1;
}
