package dev.rbee.contract.gguf;

/** What a GGUF file is. */
public enum GgufKind {
    /** a model that can be loaded, or the first part of one */
    MODEL,
    /** a later part of a model */
    PART,
    /** a projector (mmproj): what makes a model see or hear */
    PROJECTOR,
    /** something else: an adapter, a vocabulary, a control vector */
    OTHER
}
