package dev.rbee.worker.llamaserver;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The argv of llama-server: a fixed list of flags with typed values, each of which follows its flag. Paths are absolute, so that none can be
 * taken for a flag; no secret is among them. Pure.
 */
final class LaunchArgs {
    /** Begins the alias that every child of ours carries. */
    static final String ALIAS = "rbee-engine-";

    private final List<String> argv = new ArrayList<>();
    private final ProgramFlags flags;

    private LaunchArgs(ProgramFlags flags) {
        this.flags = flags;
    }

    /**
     * For that plan.
     *
     * @param device what the program calls the GPU; null where it is to choose
     * @param keyFile holds the key; the program reads it once
     */
    static List<String> of(
            LaunchPlan plan,
            ProgramFlags flags,
            Path program,
            Path model,
            Path keyFile,
            @Nullable String device,
            String nonce) {
        LaunchArgs args = new LaunchArgs(flags);
        args.argv.add(program.toAbsolutePath().toString());
        args.add("--model", model);
        args.argv.add("--alias");
        args.argv.add(ALIAS + nonce);
        args.argv.addAll(List.of("--host", "127.0.0.1", "--port", "0"));
        args.add("--api-key-file", keyFile);
        args.size(plan);
        args.device(plan, device);
        args.manners(plan);
        return List.copyOf(args.argv);
    }

    private void size(LaunchPlan plan) {
        number("--ctx-size", Math.multiplyExact(plan.context(), plan.slots()));
        number("--parallel", plan.slots());
        number("--threads", plan.threads());
        number("--threads-batch", plan.threads());
        number("--batch-size", plan.batch());
        number("--ubatch-size", plan.model().embeddingOnly() ? plan.batch() : Math.min(512, plan.batch()));
        // A thread is taken by each request for as long as it streams.
        number("--threads-http", plan.slots() + 4);
        if (!plan.kvType().equals("f16")) {
            argv.addAll(List.of("--cache-type-k", plan.kvType(), "--cache-type-v", plan.kvType()));
        }
        Boolean flash = plan.flash();
        if (flash != null && flags.flashTakesValue()) {
            argv.addAll(List.of("--flash-attn", flash ? "on" : "off"));
        } else if (Boolean.TRUE.equals(flash)) {
            argv.add("--flash-attn");
        }
    }

    private void device(LaunchPlan plan, @Nullable String device) {
        Integer layers = plan.engine().gpuLayers();
        if (plan.cpu()) {
            number("--gpu-layers", 0);
            if (flags.has("--device")) {
                argv.addAll(List.of("--device", "none"));
            }
            return;
        }
        if (layers != null) {
            number("--gpu-layers", layers);
        } else if (!flags.has("--fit")) {
            // Newer builds find out by themselves how many fit; the others are told to take all.
            number("--gpu-layers", 999);
        }
        if (device != null) {
            argv.addAll(List.of("--device", device));
        }
    }

    private void manners(LaunchPlan plan) {
        flag("--jinja");
        flag("--offline");
        flag(flags.has("--no-ui") ? "--no-ui" : "--no-webui");
        flag("--no-context-shift");
        flag("--no-prefill-assistant");
        flag("--no-kv-unified");
        // Otherwise up to 8 GiB of old prompts are kept beside the model, which no estimate knows of.
        if (flags.has("--cache-ram")) {
            number("--cache-ram", 0);
        }
        // Of models with a sliding window or a recurrent state; each is a copy of it, and 32 are usual.
        if (flags.has("--ctx-checkpoints")) {
            number("--ctx-checkpoints", 3);
        }
        String mmproj = plan.engine().mmprojPath();
        if (mmproj != null) {
            add("--mmproj", Path.of(mmproj));
        }
        String draft = plan.engine().draftPath();
        if (draft != null) {
            add(flags.has("--spec-draft-model") ? "--spec-draft-model" : "--model-draft", Path.of(draft));
            if (flags.has("--spec-type")) {
                argv.addAll(List.of("--spec-type", "draft-simple"));
            }
        }
        if (plan.model().embeddingOnly()) {
            argv.add("--embeddings");
            if (plan.meanPooling()) {
                argv.addAll(List.of("--pooling", "mean"));
            }
        }
    }

    private void flag(String flag) {
        if (flags.has(flag)) {
            argv.add(flag);
        }
    }

    private void number(String flag, int value) {
        argv.addAll(List.of(flag, Integer.toString(value)));
    }

    private void add(String flag, Path file) {
        argv.addAll(List.of(flag, file.toAbsolutePath().toString()));
    }
}
