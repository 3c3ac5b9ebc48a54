package dev.rbee.service.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.rbee.contract.jobs.Transfer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransferTextTest {
    @Test
    void showsAmountSpeedAndWhatIsLeft() {
        assertEquals(
                "2.1 GB of 5.0 GB, 34.2 MB/s, 1 min 25 s left  Small-Q4_K_M.gguf",
                TransferText.of(FakeModels.transfer("downloading")));
        assertEquals(
                "2.1 GB of 5.0 GB, 34.2 MB/s, 1 min 25 s left from another hive  Small-Q4_K_M.gguf",
                TransferText.of(FakeModels.transfer("copying")));
        assertEquals("paused at 2.1 GB  Small-Q4_K_M.gguf", TransferText.of(FakeModels.transfer("paused")));
        assertEquals(0.42, TransferText.part(FakeModels.transfer("downloading")));
    }

    @Test
    void unknownSizesAndLongNamesAreBorne() {
        Transfer blind = new Transfer(
                "a-very-long-name-of-a-model-file-that-goes-on-Q4_K_M.gguf", "downloading", 5, null, 0, null);
        assertEquals("5 B  …f-a-model-file-that-goes-on-Q4_K_M.gguf", TransferText.of(blind));
        assertNull(TransferText.part(blind));
    }

    @ParameterizedTest
    @CsvSource({"0.2,1 s", "59,59 s", "60,1 min", "85,1 min 25 s", "7500,2 h 5 min", "7200,2 h", "260000,3 d"})
    void timesLeftAreShort(double seconds, String words) {
        assertEquals(words, Words.left(seconds));
    }

    @ParameterizedTest
    @CsvSource({"512,512", "2048,2k", "40960,40k", "131072,128k", "128000,128k", "262144,256k", "10485760,10M"})
    void contextsAreShort(int tokens, String words) {
        assertEquals(words, Words.tokens(tokens));
    }
}
