package dev.rbee.client;

/** Reads the data of one kind of answer stream. One thread. */
interface AnswerReader {
    /** One event's data. Throws {@link dev.rbee.contract.problem.ProblemException} for an error that the server put into the stream. */
    void read(String data);

    /** The answer came to its regular end. */
    boolean complete();
}
