package io.payscope.datasets.simulate;

/** One row before it is written, used again for every row; amounts and balances are in cents. */
final class MobileMoneyPayment {
    int type;
    long payer;
    long payee;
    long amount;
    long balance;
    long payeeBalance;
    boolean fraud;
}
