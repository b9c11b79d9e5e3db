package cn.dangqun.domain.fact;

/// Who of the staff did something for somebody else, and why: facts of staff name both (DESIGN §4). `staff` is the
/// street's identifier of the person.
public record Handling(String staff, String reason) {
    /// Characters of a reason.
    public static final int LONGEST = 400;

    public Handling {
        if (staff.isBlank()) {
            throw new IllegalArgumentException("somebody did it");
        }
        if (reason.isBlank() || reason.length() > LONGEST) {
            throw new IllegalArgumentException("a reason of at most " + LONGEST + " characters is given");
        }
    }
}
