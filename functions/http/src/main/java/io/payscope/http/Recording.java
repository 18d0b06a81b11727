package io.payscope.http;

/** Whether an allowed call is put on record. A denied one always is. */
public enum Recording {
    /** No, save that of a principal who is bound to no bank and names one. */
    NONE,
    /** Before it is answered; without a record there is no answer. */
    REQUIRED,
    /** It is answered although the record cannot be written now, which is logged and written later. */
    DEFERRABLE
}
