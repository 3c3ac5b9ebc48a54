package dev.rbee.app.chat;

/** Where the title of a new chat comes from. */
enum Titling {
    /** Nobody: it says when it was begun. */
    OFF,
    /** The first words that were said in it. */
    FIRST,
    /** The model that answered first, when it has nothing else to do. */
    MODEL
}
