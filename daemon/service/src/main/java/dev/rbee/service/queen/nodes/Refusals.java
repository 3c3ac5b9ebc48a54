package dev.rbee.service.queen.nodes;

import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;

/** What the scripts refuse, in words. Pure. */
final class Refusals {
    private Refusals() {}

    /** The problem for that word of a script; {@code why} is what the machine said. */
    static ProblemException of(String word, String why, String path) {
        return new ProblemException(problem(word, why, path).withDetails(why));
    }

    private static Problem problem(String word, String why, String path) {
        return switch (word) {
            case "other_owner" ->
                Problem.of(
                        ProblemCode.NODE_OCCUPIED,
                        path + " there belongs to another rbee, which calls this machine \"" + why + "\".",
                        "Choose another install path, or remove the machine at the other installation first.");
            case "other_node" ->
                Problem.of(
                        ProblemCode.NODE_OCCUPIED,
                        path + " there is in use by your own node \"" + why + "\" already.",
                        "Use that node, or choose another install path.");
            case "folder_taken" ->
                Problem.of(
                        ProblemCode.NODE_OCCUPIED,
                        why + " is there already and is not rbee's.",
                        "Choose an install path that nobody uses; rbee puts folders of such names into it.");
            case "storage_full" ->
                Problem.of(
                        ProblemCode.STORAGE_FULL,
                        "The disk of " + path + " there is full.",
                        "Free some space there, or choose an install path on another disk.");
            case "read_only" ->
                Problem.of(
                        ProblemCode.NODE_UNSUITABLE,
                        path + " there is on a file system that can only be read.",
                        "Choose an install path that the login may write to.");
            case "write_failed" ->
                Problem.of(
                        ProblemCode.INSTALL_FAILED,
                        "Nothing could be written to " + path + " there: " + why,
                        "Choose an install path that the login may write to.");
            case "bad_hash" ->
                Problem.of(
                        ProblemCode.INSTALL_FAILED,
                        "The bundle arrived damaged, also at the second try.",
                        "Check the disk and the network of the machine.");
            case "bad_bundle" ->
                Problem.of(
                        ProblemCode.INSTALL_FAILED,
                        "The bundle holds no bin/rbee-hive.",
                        "Build rbee again on this machine.");
            case "no_version", "not_installed" ->
                Problem.of(
                        ProblemCode.INSTALL_FAILED,
                        "rbee is not installed in " + path + " there, or not whole.",
                        "Install it again.");
            case "no_java" ->
                Problem.of(
                        ProblemCode.NODE_UNSUITABLE,
                        "The machine has no Java 25 or newer any more.",
                        "Install one there, Temurin 25 for instance.");
            default ->
                Problem.of(ProblemCode.INSTALL_FAILED, "The machine refused: " + word + ".", "Look at the details.");
        };
    }
}
