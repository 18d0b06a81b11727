package io.payscope.runner.asl.interpret;

import java.util.HexFormat;
import java.util.random.RandomGenerator;

/** Makes names for what nobody named: 32 hexadecimal digits. */
public final class Names {

    private static final int BYTES = 16;

    private Names() {}

    /** @return a new name */
    public static String next(RandomGenerator random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
