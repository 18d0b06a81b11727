package io.payscope.datasets.simulate;

import java.io.IOException;
import java.util.SplittableRandom;

/** Writes rows of the identity file: what is known of the device, which is the same whenever it is used again. */
final class OnlineIdentity {

    private static final int IDENTITIES = 38;
    private static final byte[][] SYSTEMS =
            OnlineRow.texts("Windows 10", "Windows 7", "iOS 11.2.1", "Android 7.0", "Mac OS X 10_12_6", "Linux");
    private static final byte[][] BROWSERS = OnlineRow.texts(
            "chrome 63.0", "mobile safari 11.0", "ie 11.0 for desktop", "safari generic", "firefox 57.0", "edge 16.0");
    private static final byte[][] SCREENS =
            OnlineRow.texts("1920x1080", "1366x768", "1334x750", "2208x1242", "1440x900", "2048x1536");
    private static final byte[][] DEVICES =
            OnlineRow.texts("Windows", "iOS Device", "MacOS", "Trident/7.0", "SM-J700M Build/MMB29K", "rv:57.0");
    private static final byte[][] FLAGS = OnlineRow.texts("F", "T");
    private static final byte[][] FOUND = OnlineRow.texts("NotFound", "Found", "New");
    private static final byte[][] PROXIES =
            OnlineRow.texts("IP_PROXY:TRANSPARENT", "IP_PROXY:ANONYMOUS", "IP_PROXY:HIDDEN");
    private static final byte[] MATCHED = OnlineRow.texts("match_status:2")[0];
    private static final byte[][] TYPES = OnlineRow.texts("desktop", "mobile");
    private static final double MISSING = 0.45;

    private final Habits habits;
    private final SplittableRandom random;

    OnlineIdentity(Habits habits, SplittableRandom random) {
        this.habits = habits;
        this.random = random;
    }

    void write(RawFileWriter out, OnlinePayment payment, long id) throws IOException {
        int device = (int) (habits.uniform(payment.device, 60) * SYSTEMS.length);
        boolean known = payment.device == payment.card && payment.ageDays > 0;
        out.whole(id);
        for (int i = 1; i <= IDENTITIES; i++) {
            if (i > 2 && i != 12 && random.nextDouble() < MISSING) {
                out.empty();
            } else {
                field(out, payment, i, device, known);
            }
        }
        out.bytes(TYPES[device & 1]).bytes(DEVICES[device]).endRow();
    }

    private void field(RawFileWriter out, OnlinePayment payment, int field, int device, boolean known) {
        switch (field) {
            case 1 -> out.fixed(-50L * random.nextInt(8), 1);
            case 2 -> out.fixed(10 * (1000 + (habits.bits(payment.device, 61) >>> 45)), 1);
            case 12, 16, 27, 29 -> out.bytes(FOUND[random.nextDouble() < (known ? 0.7 : 0.4) ? 1 : 0]);
            case 15, 28 -> out.bytes(FOUND[known ? 1 : 2]);
            case 23 -> out.bytes(PROXIES[random.nextInt(PROXIES.length)]);
            case 30 -> out.bytes(SYSTEMS[device]);
            case 31 -> out.bytes(BROWSERS[device]);
            case 33 -> out.bytes(SCREENS[device]);
            case 34 -> out.bytes(MATCHED);
            case 35, 36, 37, 38 -> out.bytes(FLAGS[random.nextInt(2)]);
            case 17 -> out.fixed(habits.uniform(payment.device, 62) < 0.7 ? 1660 : 2250, 1);
            case 19, 20 -> out.fixed(1000 + 10 * (long) (habits.uniform(payment.device, 40 + field) * 550), 1);
            case 32 -> out.fixed(device % 2 == 0 ? 240 : 320, 1);
            default -> out.fixed(10L * random.nextInt(-50, 100), 1);
        }
    }
}
