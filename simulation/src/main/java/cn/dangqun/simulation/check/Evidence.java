package cn.dangqun.simulation.check;

import cn.dangqun.domain.fact.FactId;
import cn.dangqun.simulation.machine.Ground;
import java.util.Optional;

/// Why somebody must be counted: a screen said so, or staff entered it. `written` is empty where only an answer is
/// known
/// and not which record stands behind it. `lost`: the disk it was written to is gone.
public final class Evidence {
    private final Witness.Person who;
    private final int kiosk;
    private final long at;
    private final Optional<Written> written;
    private final Said said;
    private final boolean timed;
    private Standing standing = Standing.STANDS;
    private int takenBackAt = -1;
    private long takenBackWhen;
    private boolean lost;

    /// Which record stands behind it. A machine and the copy of its disk go on with the same numbers, a restored one
    /// with
    /// those it used before: the boot in which it was written tells them apart.
    public record Written(FactId fact, String boot) {}

    /// What was said.
    enum Said {
        COUNTED,
        /// Where people sign, by a signature that another kiosk took
        SIGNED_ELSEWHERE,
        /// Of what was recorded there before
        AGAIN,
        /// Only that they came: they count with their signature
        CAME
    }

    /// What must be true of it.
    public enum Standing {
        STANDS,
        TAKEN_BACK,
        /// Nobody can say: its only record may be gone, or whether it came before a correction
        OPEN
    }

    Evidence(Witness.Person who, int kiosk, long at, Optional<Written> written, Said said, boolean timed) {
        this.said = said;
        this.timed = timed;
        this.who = who;
        this.kiosk = kiosk;
        this.at = at;
        this.written = written;
    }

    public int activity() {
        return who.activity();
    }

    public int person() {
        return who.person();
    }

    public int kiosk() {
        return kiosk;
    }

    public long at() {
        return at;
    }

    public Optional<Written> written() {
        return written;
    }

    /// A copy of a disk gives the same numbers to others, so that a record of that number may be somebody else's.
    boolean isOf(FactId fact) {
        return written.filter(each -> each.fact().equals(fact)).isPresent();
    }

    /// Of a card that nobody knows.
    boolean isGuest() {
        return who.person() >= Ground.PEOPLE;
    }

    /// Only said of what was recorded there before.
    boolean isAgain() {
        return said == Said.AGAIN;
    }

    /// It counts as long as that signature is somewhere.
    boolean isSignedElsewhere() {
        return said == Said.SIGNED_ELSEWHERE;
    }

    /// Who comes counts, except where people sign.
    boolean counts() {
        return said != Said.CAME;
    }

    public Standing standing() {
        return standing;
    }

    /// The kiosk knew what time it was.
    boolean isTimed() {
        return timed;
    }

    void takenBack(int kiosk, long when) {
        standing = Standing.TAKEN_BACK;
        takenBackAt = kiosk;
        takenBackWhen = when;
    }

    /// Where it was taken back may be gone with the disk of `kiosk`, which lost what it wrote since `since`.
    void perhapsNotTakenBack(int kiosk, long since) {
        if (standing == Standing.TAKEN_BACK && takenBackAt == kiosk && takenBackWhen >= since) {
            standing = Standing.OPEN;
        }
    }

    /// Whether `kiosk` itself must know how this stands.
    boolean isPlainTo(int kiosk) {
        return standing == Standing.STANDS || (standing == Standing.TAKEN_BACK && takenBackAt == kiosk);
    }

    void open() {
        if (standing == Standing.STANDS) {
            standing = Standing.OPEN;
        }
    }

    void lose() {
        lost = true;
    }

    boolean isLost() {
        return lost;
    }
}
