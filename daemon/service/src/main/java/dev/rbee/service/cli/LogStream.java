package dev.rbee.service.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rbee.client.EventStream;
import dev.rbee.contract.json.Json;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** Prints a log that comes as events. */
final class LogStream {
    /** Trying again would not change these. */
    private static final Set<ProblemCode> FINAL = EnumSet.of(
            ProblemCode.WORKER_NOT_FOUND,
            ProblemCode.HIVE_NOT_FOUND,
            ProblemCode.ROUTE_NOT_FOUND,
            ProblemCode.HIVE_OFFLINE,
            ProblemCode.UNREACHABLE,
            ProblemCode.INVALID_API_KEY,
            ProblemCode.FORBIDDEN_SCOPE);

    private LogStream() {}

    /** Prints what is there and, where asked, what comes; blocks until the log ends. */
    static int show(Link link, String path, boolean follow, Output output) throws InterruptedException {
        CompletableFuture<@Nullable Problem> end = new CompletableFuture<>();
        EventStream.Listener listener = new EventStream.Listener() {
            @Override
            public void event(@Nullable String id, String type, String data) {
                if (type.equals("end")) {
                    end.complete(null);
                } else if (type.equals("log")) {
                    JsonNode line = Json.read(data, JsonNode.class);
                    String at = line.path("at").asText(""); // logs of files have their times in the lines
                    output.line(
                            line,
                            () -> (at.isEmpty() ? "" : at + " ")
                                    + line.path("line").asText());
                }
            }

            @Override
            public void state(EventStream.State state, @Nullable Problem why) {
                if (why != null && FINAL.contains(why.code())) {
                    end.complete(why);
                }
            }

            @Override
            public boolean again() {
                end.complete(null);
                return false;
            }
        };
        try (EventStream stream =
                EventStream.open(link.remote(), path + "?follow=" + follow, listener, ThreadLocalRandom.current())) {
            Problem problem = end.get();
            if (problem != null) {
                throw new ProblemException(problem);
            }
            return ExitCodes.OK;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
