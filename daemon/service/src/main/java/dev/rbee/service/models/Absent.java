package dev.rbee.service.models;

import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;

/** What is said of models that are known and cannot be used. */
final class Absent {
    private Absent() {}

    static ProblemException away(ModelFile file) {
        return ProblemException.of(
                ProblemCode.MODEL_FILE_MISSING,
                "The folder of model " + file.id() + ", " + file.path().resolveSibling("") + ", is not there now.",
                "Connect its disk or share again; the model is back within half a minute.");
    }

    static ProblemException parts(ModelFile file) {
        return ProblemException.of(
                ProblemCode.MODEL_FILE_MISSING,
                "Of the " + (file.missing() + file.parts().size()) + " files of model " + file.id() + " "
                        + file.missing() + (file.missing() == 1 ? " is" : " are") + " missing.",
                "Put them beside " + file.path() + ", or pull the model again.");
    }
}
