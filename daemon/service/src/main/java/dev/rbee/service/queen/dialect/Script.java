package dev.rbee.service.queen.dialect;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.rbee.contract.problem.Problem;

/** How an answer's events are written for rbee's caller. Methods append to the stream's text. One thread. */
interface Script {
    /** Choices that say something, tidied. */
    void choices(ArrayNode choices, Progress progress);

    /** The answer is whole. */
    void end(Progress progress);

    /** It ended badly. */
    void failed(Problem problem);
}
