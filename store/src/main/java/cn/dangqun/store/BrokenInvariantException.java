package cn.dangqun.store;

/// What is stored contradicts itself, so that nothing built on it can be trusted. Ends the process ([Halt]).
public final class BrokenInvariantException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BrokenInvariantException(String detail) {
        super(detail);
    }
}
