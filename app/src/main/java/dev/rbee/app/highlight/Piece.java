package dev.rbee.app.highlight;

/** Some text of one line, all of one kind. */
public record Piece(Kind kind, String text) {}
