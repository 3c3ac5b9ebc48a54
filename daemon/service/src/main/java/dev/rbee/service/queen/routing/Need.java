package dev.rbee.service.queen.routing;

/** What a request needs of a worker beside its model. */
public enum Need {
    /** it has images */
    IMAGES("it reads no images"),
    /** it has tools that may be called */
    TOOLS("it calls no tools"),
    /** it goes on behind what another worker said */
    CONTINUING("it cannot go on with another worker's answer");

    private final String lacks;

    Need(String lacks) {
        this.lacks = lacks;
    }

    /** What is said of a worker that cannot. */
    String lacks() {
        return lacks;
    }
}
