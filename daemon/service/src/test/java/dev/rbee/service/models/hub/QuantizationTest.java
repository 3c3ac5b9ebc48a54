package dev.rbee.service.models.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantizationTest {
    @ParameterizedTest
    @CsvSource({
        "Qwen3-8B-Q4_K_M.gguf,Q4_K_M",
        "qwen2.5-0.5b-instruct-q4_k_m.gguf,Q4_K_M",
        "gemma-3-4b-it-UD-Q4_K_XL.gguf,UD-Q4_K_XL",
        "Llama-3.2-1B.IQ4_XS.gguf,IQ4_XS",
        "Q8_0/Model-Q8_0.gguf,Q8_0",
        "UD-Q2_K_XL/weights.gguf,UD-Q2_K_XL",
        "model-fp16.gguf,F16",
        "model_f32.gguf,F32",
        "gpt-oss-20b-mxfp4.gguf,MXFP4",
        "Phi-4-BF16.gguf,BF16",
        "phi-2.Q5_0.gguf,Q5_0",
        "Mixtral-Q4_0_4_4.gguf,Q4_0_4_4",
        "Qwen3-Q8B.gguf,",
        "weights.gguf,"
    })
    void fileNamesSayIt(String name, String quantization) {
        assertEquals(Optional.ofNullable(quantization), Optional.ofNullable(Quantization.of(name)));
    }

    @Test
    void theTokenIsWhereTheHubsToolsPutIt(@TempDir Path folder) throws IOException {
        Path file = folder.resolve(".cache/huggingface/token");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "hf_file\n");
        Map<String, String> home = Map.of("HOME", folder.toString());
        assertEquals(Optional.of("hf_file"), HubToken.of(home));
        assertEquals(Optional.of("hf_env"), HubToken.of(Map.of("HF_TOKEN", " hf_env ", "HOME", folder.toString())));
        assertEquals(
                Optional.of("hf_file"),
                HubToken.of(
                        Map.of("HF_HOME", folder.resolve(".cache/huggingface").toString())));
        Files.writeString(file, "two words\nX-Header: y");
        assertFalse(HubToken.of(home).isPresent());
        assertFalse(HubToken.of(Map.of()).isPresent());
    }
}
