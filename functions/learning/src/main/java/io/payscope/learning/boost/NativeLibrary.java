package io.payscope.learning.boost;

import com.microsoft.ml.lightgbm.lightgbmlib;
import com.microsoft.ml.lightgbm.lightgbmlibJNI;
import io.github.metarank.lightgbm4j.LGBMBooster;
import io.payscope.core.fault.BugFault;
import io.payscope.core.fault.ConfigFault;
import java.io.IOException;

/**
 * The native LightGBM library. lightgbm4j unpacks it to fixed names in {@code java.io.tmpdir}, or loads it from the
 * folder that the environment variable {@code LIGHTGBM_NATIVE_LIB_PATH} names; it needs {@code libgomp.so.1}.
 */
public final class NativeLibrary {

    /** The version of lightgbm4j, which is that of LightGBM with a suffix of its own. */
    public static final String VERSION = "4.3.0-1";

    private NativeLibrary() {}

    /**
     * Loads the library unless it is loaded.
     *
     * @throws ConfigFault if it, or something that it needs, is not there
     */
    public static void require() {
        try {
            LGBMBooster.loadNative();
            // The library's Java class logs and goes on when libgomp is missing, so its word is asked for.
            if (!LGBMBooster.isNativeLoaded()) {
                throw new ConfigFault(missing("not loaded for " + System.getProperty("os.name") + " "
                        + System.getProperty("os.arch") + ", or libgomp.so.1 is not installed"));
            }
            lightgbmlib.LGBM_GetLastError();
        } catch (IOException | LinkageError e) {
            throw new ConfigFault(missing(String.valueOf(e.getMessage())), e);
        }
    }

    private static String missing(String found) {
        return "native library of lightgbm4j " + VERSION + ": expected to load it from java.io.tmpdir or"
                + " LIGHTGBM_NATIVE_LIB_PATH, found: " + found;
    }

    /**
     * Checks the answer of a call.
     *
     * @param call its name
     * @param code 0 if it went well
     * @throws BugFault with the library's message otherwise
     */
    static void check(String call, int code) {
        if (code != 0) {
            throw new BugFault(call + " failed: " + lightgbmlibJNI.LGBM_GetLastError());
        }
    }
}
