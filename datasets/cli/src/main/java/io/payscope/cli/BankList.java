package io.payscope.cli;

import io.payscope.core.fault.DataFault;
import io.payscope.core.model.BankId;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Banks as they are named on the command line.
 *
 * @param all whether they were asked for by {@code all}
 * @param banks the banks named, ascending; empty for {@code all}
 */
record BankList(boolean all, List<BankId> banks) {

    /** The highest number of a bank. */
    static final int LAST = 5;

    BankList {
        banks = List.copyOf(banks);
    }

    /** @return the banks named, or those given if all were asked for */
    List<BankId> or(List<BankId> every) {
        return all ? every : banks;
    }

    /** Reads {@code all}, {@code 3} or {@code 1,3}. */
    static final class Reader implements ITypeConverter<BankList> {

        @Override
        public BankList convert(String text) {
            if (text.equals("all")) {
                return new BankList(true, List.of());
            }
            return new BankList(
                    false,
                    Stream.of(text.split(",", -1))
                            .map(Reader::bank)
                            .distinct()
                            .sorted()
                            .toList());
        }

        private static BankId bank(String text) {
            try {
                BankId bank = new BankId(Integer.parseInt(text.strip()));
                if (bank.value() <= LAST) {
                    return bank;
                }
                throw wrong(text);
            } catch (NumberFormatException | DataFault e) {
                throw wrong(text);
            }
        }

        private static TypeConversionException wrong(String text) {
            return new TypeConversionException("expected a number from 1 to " + LAST + " or all, found '" + text + "'");
        }
    }
}
