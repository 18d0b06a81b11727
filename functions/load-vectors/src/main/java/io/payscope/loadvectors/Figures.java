package io.payscope.loadvectors;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Numbers and times as they are written in documents: English, UTC, the same on every machine. */
final class Figures {

    private static final DateTimeFormatter LONG_DAY =
            DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private Figures() {}

    /** @return such as {@code 1,176} */
    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** @return such as {@code 1 payment} or {@code 1,176 payments} */
    static String payments(long number) {
        return count(number) + (number == 1 ? " payment" : " payments");
    }

    /** @return such as {@code 178,450.32} */
    static String amount(BigDecimal amount) {
        return String.format(Locale.ROOT, "%,.2f", amount);
    }

    /** @return the mean amount; {@code volume} is not 0 */
    static String average(BigDecimal amount, long volume) {
        return amount(amount.divide(BigDecimal.valueOf(volume), 2, RoundingMode.HALF_UP));
    }

    /** @return such as {@code 3 (0.26 %)} */
    static String share(long part, long whole) {
        BigDecimal percent = BigDecimal.valueOf(part)
                .scaleByPowerOfTen(2)
                .divide(BigDecimal.valueOf(whole), 2, RoundingMode.HALF_UP);
        return count(part) + " (" + percent.toPlainString() + " %)";
    }

    /** @return such as {@code Friday, 24 November 2017 (2017-11-24)} */
    static String day(Instant time) {
        return LONG_DAY.format(time) + " (" + dayKey(time) + ")";
    }

    /** @return such as {@code 2017-11-24} */
    static String dayKey(Instant time) {
        return time.atOffset(ZoneOffset.UTC).toLocalDate().toString();
    }

    /** @return such as {@code 13:05} */
    static String time(Instant time) {
        return TIME.format(time);
    }
}
