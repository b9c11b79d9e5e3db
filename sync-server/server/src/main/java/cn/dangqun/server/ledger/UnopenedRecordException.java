package cn.dangqun.server.ledger;

/// A record is sealed with a key that is not in this vault, or has been changed since.
final class UnopenedRecordException extends Exception {
    private static final long serialVersionUID = 1;

    UnopenedRecordException(String place) {
        super("the key of record " + place + " is not here");
    }

    UnopenedRecordException(String place, Exception cause) {
        super("record " + place + " does not open", cause);
    }
}
