package dev.rbee.contract.gguf;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Works out the cache of a model, layer by layer, as llama.cpp divides them. */
final class GgufLayers {
    private static final Set<String> RECURRENT = Set.of("mamba", "mamba2", "rwkv6", "rwkv6qwen2", "rwkv7", "arwkv7");

    private final GgufMetadata data;
    private final String architecture;
    private final GgufShape shape;

    GgufLayers(GgufMetadata data, String architecture, GgufShape shape) {
        this.data = data;
        this.architecture = architecture;
        this.shape = shape;
    }

    /** Nothing where the header does not say enough. */
    GgufCache cache() {
        if (shape.blocks() == null || shape.embedding() == null) {
            return GgufCache.NONE;
        }
        int layers = Math.max(0, shape.blocks() - number("nextn_predict_layers", 0));
        int keeping = Math.max(1, layers - number("attention.shared_kv_layers", sharedByRule(layers)));
        int window = window();
        long all = 0;
        long near = 0;
        long states = 0;
        for (int layer = 0; layer < layers; layer++) {
            if (recurrent(layer)) {
                states += state();
            }
            if (layer < keeping && attends(layer)) {
                boolean slides = window > 0 && slides(layer);
                long width = width(layer, slides);
                all += slides ? 0 : width;
                near += slides ? width : 0;
            }
        }
        return new GgufCache(all, near, near == 0 ? 0 : window, states);
    }

    /** Gemma 3n and the like: the last layers use the keys of earlier ones. */
    private int sharedByRule(int layers) {
        return architecture.equals("gemma3n") ? Math.max(0, layers - 20) : 0;
    }

    private long width(int layer, boolean slides) {
        long heads = headsKv(layer);
        long keys = heads * head("attention.key_length", slides);
        // Latent attention keeps one compressed key and no value.
        boolean latent = data.has(key("attention.key_length_mla"));
        return latent ? keys : keys + heads * head("attention.value_length", slides);
    }

    private long head(String name, boolean slides) {
        int usual = shape.heads() == null ? 0 : shape.embedding(0) / shape.heads();
        int all = number(name, usual);
        return slides ? number(name + "_swa", all) : all;
    }

    private long headsKv(int layer) {
        long[] each = data.numbers(key("attention.head_count_kv"));
        if (each != null) {
            return layer < each.length ? Math.clamp(each[layer], 0, GgufShape.MOST_HEADS) : 0;
        }
        Integer one = shape.headsKv() == null ? shape.heads() : shape.headsKv();
        return one == null ? 0 : one;
    }

    private boolean attends(int layer) {
        if (RECURRENT.contains(architecture)) {
            return false;
        }
        return headsKv(layer) > 0 && (!alternates() || !recurrent(layer));
    }

    private boolean recurrent(int layer) {
        if (RECURRENT.contains(architecture) || architecture.equals("falcon-h1")) {
            return true;
        }
        long[] said = data.numbers(key("attention.recurrent_layers"));
        if (said != null) {
            return layer < said.length && said[layer] != 0;
        }
        if (alternates()) {
            int interval = Math.max(1, number("full_attention_interval", 4));
            return (layer + 1) % interval != 0;
        }
        long[] each = data.numbers(key("attention.head_count_kv"));
        boolean state = data.has(key("ssm.state_size")) || data.has(key("shortconv.l_cache"));
        return each != null && state && headsKv(layer) == 0;
    }

    private boolean alternates() {
        return data.has(key("full_attention_interval"))
                || data.has(key("attention.recurrent_layers"))
                || architecture.equals("qwen3next");
    }

    /** Bytes of one recurrent layer's state for one slot; 32-bit numbers. In doubles, which hostile sizes do not overflow. */
    private long state() {
        double width = shape.embedding(0);
        double wkv = number("wkv.head_size", 0);
        double conv = number("shortconv.l_cache", 0);
        if (wkv > 0) {
            return bytes(width * (number("token_shift_count", 2) + wkv));
        }
        if (conv > 0) {
            return bytes(width * (conv - 1));
        }
        double inner = number("ssm.inner_size", 0);
        double size = number("ssm.state_size", 0);
        double kernel = Math.max(0, number("ssm.conv_kernel", 0) - 1);
        return bytes(kernel * (inner + 2.0 * number("ssm.group_count", 0) * size) + size * inner);
    }

    private static long bytes(double numbers) {
        return (long) Math.min(1L << 50, 4 * numbers);
    }

    private int window() {
        Integer said = number("attention.sliding_window");
        return switch (architecture) {
            case "phi3", "qwen2", "qwen3", "llama", "mistral3" -> 0; // llama.cpp lets all their layers see everything
            case "gemma2", "exaone4" -> said == null ? 4096 : said;
            case "exaone-moe" -> said == null ? 128 : said;
            case "llama4" -> said != null && said == 0 ? 0 : 8192;
            default -> said == null ? 0 : said;
        };
    }

    private boolean slides(int layer) {
        long[] pattern = data.numbers(key("attention.sliding_window_pattern"));
        if (pattern != null) {
            return layer < pattern.length && pattern[layer] != 0;
        }
        int usual = switch (architecture) {
            case "gemma2", "gpt-oss" -> 2;
            case "gemma3", "gemma-embedding" -> 6;
            case "gemma3n" -> 5;
            case "plamo3" -> 8;
            case "modern-bert" -> 3;
            case "cohere2",
                    "cohere2moe",
                    "llama4",
                    "exaone4",
                    "exaone-moe",
                    "olmo2",
                    "afmoe",
                    "mellum",
                    "smallthinker",
                    "laguna" -> 4;
            default -> 1; // none slides that is not known to: rather too much memory than too little
        };
        int period = number("attention.sliding_window_pattern", usual);
        if (period == 0) {
            return true;
        }
        boolean denseFirst = switch (architecture) {
            case "cohere2moe", "laguna", "modern-bert", "smallthinker" -> true;
            default -> false;
        };
        return denseFirst ? layer % period != 0 : layer % period < period - 1;
    }

    private int number(String name, int otherwise) {
        Integer said = number(name);
        return said == null ? otherwise : said;
    }

    private @Nullable Integer number(String name) {
        Integer said = data.number(key(name));
        return said == null ? null : Math.min(said, GgufShape.MOST_WIDTH);
    }

    private String key(String name) {
        return architecture + "." + name;
    }
}
