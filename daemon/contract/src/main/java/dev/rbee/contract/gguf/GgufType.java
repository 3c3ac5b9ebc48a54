package dev.rbee.contract.gguf;

import org.jspecify.annotations.Nullable;

/** Tensor types of ggml with the size of their blocks. */
public enum GgufType {
    /** 32-bit floats. */
    F32(0, 1, 4),
    /** 16-bit floats. */
    F16(1, 1, 2),
    /** 4 bits, scale. */
    Q4_0(2, 32, 18),
    /** 4 bits, scale and minimum. */
    Q4_1(3, 32, 20),
    /** 5 bits, scale. */
    Q5_0(6, 32, 22),
    /** 5 bits, scale and minimum. */
    Q5_1(7, 32, 24),
    /** 8 bits, scale. */
    Q8_0(8, 32, 34),
    /** 8 bits, scale and sum. */
    Q8_1(9, 32, 36),
    /** k-quant, 2 bits. */
    Q2_K(10, 256, 84),
    /** k-quant, 3 bits. */
    Q3_K(11, 256, 110),
    /** k-quant, 4 bits. */
    Q4_K(12, 256, 144),
    /** k-quant, 5 bits. */
    Q5_K(13, 256, 176),
    /** k-quant, 6 bits. */
    Q6_K(14, 256, 210),
    /** k-quant, 8 bits. */
    Q8_K(15, 256, 292),
    /** i-quant. */
    IQ2_XXS(16, 256, 66),
    /** i-quant. */
    IQ2_XS(17, 256, 74),
    /** i-quant. */
    IQ3_XXS(18, 256, 98),
    /** i-quant. */
    IQ1_S(19, 256, 50),
    /** i-quant. */
    IQ4_NL(20, 32, 18),
    /** i-quant. */
    IQ3_S(21, 256, 110),
    /** i-quant. */
    IQ2_S(22, 256, 82),
    /** i-quant. */
    IQ4_XS(23, 256, 136),
    /** 8-bit integers. */
    I8(24, 1, 1),
    /** 16-bit integers. */
    I16(25, 1, 2),
    /** 32-bit integers. */
    I32(26, 1, 4),
    /** 64-bit integers. */
    I64(27, 1, 8),
    /** 64-bit floats. */
    F64(28, 1, 8),
    /** i-quant. */
    IQ1_M(29, 256, 56),
    /** brain floats. */
    BF16(30, 1, 2),
    /** ternary. */
    TQ1_0(34, 256, 54),
    /** ternary. */
    TQ2_0(35, 256, 66),
    /** microscaling 4-bit floats. */
    MXFP4(39, 32, 17);

    private final int id;
    private final int block;
    private final int bytes;

    GgufType(int id, int block, int bytes) {
        this.id = id;
        this.block = block;
        this.bytes = bytes;
    }

    /** Elements of a block; a tensor's first dimension is a multiple of it. */
    public int block() {
        return block;
    }

    /** Bytes of a block. */
    public int bytes() {
        return bytes;
    }

    /** Bytes of that many elements. */
    public long bytes(long elements) {
        return elements / block * bytes;
    }

    static @Nullable GgufType of(int id) {
        for (GgufType type : values()) {
            if (type.id == id) {
                return type;
            }
        }
        return null;
    }
}
