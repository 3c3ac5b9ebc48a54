package dev.rbee.app.small;

import dev.rbee.contract.jobs.JobInfo;
import dev.rbee.contract.jobs.JobState;
import dev.rbee.contract.jobs.Transfer;
import dev.rbee.contract.json.Json;
import dev.rbee.contract.models.FitAnswer;
import dev.rbee.contract.models.FitRequest;
import dev.rbee.contract.models.HiveFit;
import dev.rbee.contract.models.HubModel;
import dev.rbee.contract.models.LibraryModel;
import dev.rbee.contract.models.ModelAbout;
import dev.rbee.contract.models.ModelEntry;
import dev.rbee.contract.models.ModelHeader;
import dev.rbee.contract.problem.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Models, catalogues, fits and downloads to show. */
public final class Shelf {
    private static final long GB = 1_000_000_000L;

    private Shelf() {}

    /** A model of 8 B on that hive. */
    public static ModelEntry qwen(String hive, String state, @Nullable Long done) {
        return new ModelEntry(
                "Qwen3-8B-Q4_K_M",
                "Qwen3-8B-Q4_K_M.gguf",
                "/home/vince/.rbee/models/Qwen3-8B-Q4_K_M.gguf",
                5_027_783_488L,
                "d98cdcbd03e17ce47681435b5150e34c1417f50b5c0019dd560e4882c5745785",
                state,
                "qwen3",
                "Q4_K_M",
                40_960,
                8_190_735_360L,
                false,
                true,
                null,
                hive,
                List.of("qwen3:8b", "hf:Qwen/Qwen3-8B-GGUF:Q4_K_M"),
                "stored",
                null,
                1,
                done,
                header());
    }

    private static ModelHeader header() {
        return Json.read(
                "{\"architecture\":\"qwen3\",\"tensor_bytes\":5027000000,\"expert_bytes\":0,\"blocks\":36,\"vocabulary\":151936}",
                ModelHeader.class);
    }

    /** A file of another program. */
    public static ModelEntry foreign(String id, String hive, String origin) {
        ModelEntry plain = Fixtures.model(id, hive);
        return new ModelEntry(
                id,
                plain.file(),
                "/home/vince/." + origin
                        + "/models/blobs/sha256-dde5aa3fc5ffc17176b5e8bdc82f587b24b2678c6c66101bf7da77af9f7ccdff",
                2_019_377_376L,
                null,
                "installed",
                "llama",
                "Q4_K_M",
                131_072,
                3_212_749_888L,
                false,
                true,
                null,
                hive,
                List.of("llama3.2:3b"),
                origin,
                null,
                null,
                null,
                null);
    }

    /** What the header of such a file says. */
    static ModelAbout about(String id) {
        return Json.read("""
                {"id":"%s","hive":"this-machine","name":"Qwen3 8B Instruct","organization":"Qwen Team, Alibaba Cloud",
                 "description":"A dense model of the third generation that can think before it answers.","licence":"apache-2.0",
                 "licence_link":"https://huggingface.co/Qwen/Qwen3-8B/blob/main/LICENSE","size":"8B",
                 "source":"https://huggingface.co/Qwen/Qwen3-8B","format":3,"tensors":399,"tokenizer":"gpt2","split":"qwen2",
                 "bos":false,"chat_template":"{%%- if tools %%}\\n    {{- '<|im_start|>system' }}\\n{%%- endif %%}\\n{%%- for message in messages %%}\\n    {{- '<|im_start|>' + message.role + message.content + '<|im_end|>' }}\\n{%%- endfor %%}",
                 "types":[{"type":"Q4_K","weights":6640000000,"bytes":3735000000},
                          {"type":"Q6_K","weights":1550000000,"bytes":1271000000},
                          {"type":"F32","weights":308224,"bytes":1232896}],
                 "header":{"architecture":"qwen3","tensor_bytes":5021000000,"expert_bytes":0,"blocks":36,"embedding":4096,"heads":32,
                           "heads_kv":8,"vocabulary":151936,"context":40960}}
                """.formatted(id), ModelAbout.class);
    }

    /** A catalogue. */
    public static List<LibraryModel> library() {
        return List.of(
                model(
                        "smollm2",
                        "SmolLM2",
                        "Hugging Face",
                        "Tiny models that run anywhere, also on machines without a GPU.",
                        List.of("chat", "small"),
                        8192,
                        "apache-2.0",
                        variant("135m", "Q8_0", 134_515_008L, 144_811_072L),
                        variant("1.7b", "Q4_K_M", 1_711_376_384L, 1_055_609_536L)),
                model(
                        "qwen3",
                        "Qwen3",
                        "Alibaba",
                        "Strong all-round models that can think before they answer, in many sizes and a hundred languages.",
                        List.of("chat", "reasoning", "tools", "multilingual"),
                        40_960,
                        "apache-2.0",
                        variant("8b", "Q4_K_M", 8_190_735_360L, 5_027_783_488L),
                        variant("0.6b", "Q8_0", 596_049_920L, 639_446_688L),
                        variant("32b", "Q4_K_M", 32_762_123_264L, 19_762_149_024L),
                        new LibraryModel.Variant(
                                "235b-a22b",
                                "unsloth/Qwen3-235B-A22B-GGUF",
                                "Q4_K_M",
                                235_093_634_560L,
                                22_000_000_000L,
                                142_650_000_000L,
                                List.of("llama-server"))),
                model(
                        "gpt-oss",
                        "gpt-oss",
                        "OpenAI",
                        "Open weights of OpenAI that reason and call tools; the small one fits 16 GB.",
                        List.of("chat", "reasoning", "tools"),
                        131_072,
                        "apache-2.0",
                        variant("120b", "MXFP4", 116_800_000_000L, 63_400_000_000L)),
                model(
                        "gemma3",
                        "Gemma 3",
                        "Google",
                        "Chats and reads images, in 140 languages.",
                        List.of("chat", "vision", "multilingual"),
                        131_072,
                        "gemma",
                        variant("4b", "Q4_K_M", 3_880_099_328L, 2_489_894_016L),
                        variant("12b", "Q4_K_M", 11_765_788_416L, 7_300_574_880L)),
                model(
                        "nomic-embed-text",
                        "Nomic Embed Text",
                        "Nomic AI",
                        "Turns texts into vectors for search.",
                        List.of("embedding", "small"),
                        2048,
                        "apache-2.0",
                        variant("v1.5", "F16", 136_727_040L, 274_290_560L)));
    }

    private static LibraryModel model(
            String name,
            String title,
            String by,
            String words,
            List<String> goodAt,
            int context,
            String license,
            LibraryModel.Variant... variants) {
        return new LibraryModel(name, title, by, words, goodAt, context, license, 2025, List.of(variants));
    }

    private static LibraryModel.Variant variant(String tag, String quant, long parameters, long bytes) {
        return new LibraryModel.Variant(
                tag, "owner/model-GGUF", quant, parameters, null, bytes, List.of("embedded", "llama-server"));
    }

    /** A repository of the hub; {@code files}: with them. */
    public static HubModel hub(String repo, boolean gated, boolean files) {
        return new HubModel(
                repo,
                1_234_567L,
                842L,
                "2025-05-21T10:11:12Z",
                gated,
                "apache-2.0",
                List.of("gguf"),
                files
                        ? List.of(
                                file(repo, "Q2_K", 3_281_733_120L, 1),
                                file(repo, "Q4_K_M", 5_027_783_488L, 1),
                                file(repo, "Q8_0", 8_709_519_872L, 1),
                                file(repo, "BF16", 16_388_044_576L, 2))
                        : null);
    }

    private static HubModel.HubFile file(String repo, String quant, long bytes, int parts) {
        return new HubModel.HubFile("hf:" + repo + ":" + quant, "model-" + quant + ".gguf", quant, bytes, null, parts);
    }

    /** How it would run: well here, with less context than asked for there, not at all on the last one. */
    public static FitAnswer fit(FitRequest asked) {
        FitAnswer all = everywhere(asked);
        return new FitAnswer(
                all.model(),
                all.ref(),
                all.sizeBytes(),
                all.architecture(),
                all.quantization(),
                all.trainedContext(),
                all.ctx(),
                all.slots(),
                all.hives().stream()
                        .filter(fit -> asked.hive() == null || asked.hive().equals(fit.hive()))
                        .toList());
    }

    private static FitAnswer everywhere(FitRequest asked) {
        int ctx = Objects.requireNonNullElse(asked.ctx(), 4096);
        boolean large = ctx > 16_384;
        return new FitAnswer(
                Objects.requireNonNull(asked.model()),
                Objects.requireNonNull(asked.model()),
                5_027_783_488L,
                "qwen3",
                "Q4_K_M",
                40_960,
                ctx,
                1,
                List.of(
                        large
                                ? line(
                                        "this-machine",
                                        "too_large",
                                        "GPU-0",
                                        19 * GB,
                                        16_384,
                                        null,
                                        "Short by 3.4 GB at " + ctx / 1024 + "k; fits at 16k.")
                                : line(
                                        "this-machine",
                                        "fits",
                                        "GPU-0",
                                        6 * GB,
                                        16_384,
                                        41.5,
                                        "Fits on NVIDIA RTX A4000 Laptop with all 37 layers."),
                        line(
                                "mac",
                                "partial",
                                "GPU-0",
                                6 * GB,
                                8192,
                                9.2,
                                "20 of 37 layers on the GPU, the rest on the processor."),
                        new HiveFit(
                                "gpu-box-in-the-cellar-with-a-long-name",
                                "offline",
                                null,
                                null,
                                false,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                false,
                                "It is offline.")));
    }

    private static HiveFit line(
            String hive, String verdict, String device, long total, int max, @Nullable Double speed, String words) {
        return new HiveFit(
                hive,
                verdict,
                "llama-server",
                device,
                hive.equals("this-machine"),
                5_000_000_000L,
                total - 5_500_000_000L,
                500_000_000L,
                total,
                13 * GB,
                37,
                37,
                max,
                speed,
                4200L,
                hive.equals("this-machine"),
                words);
    }

    /** A download. */
    public static JobInfo pull(String id, String title, JobState state, @Nullable Transfer how, @Nullable Problem why) {
        return new JobInfo(
                id,
                "pull",
                title,
                state,
                Instant.now(),
                state == JobState.RUNNING ? null : Instant.now(),
                null,
                null,
                null,
                why,
                how,
                true);
    }

    /** Half of a download. */
    public static Transfer half(String phase) {
        return new Transfer("Qwen3-8B-Q4_K_M.gguf", phase, 2_513_891_744L, 5_027_783_488L, 39_845_888, 63.1);
    }
}
