package cn.dangqun.kiosk.place;

import cn.dangqun.devices.api.DeviceFault;
import cn.dangqun.domain.credential.Credential;
import cn.dangqun.domain.staff.StaffAct;
import cn.dangqun.kiosk.ui.Look;
import java.time.Duration;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.scene.Node;

/// Where somebody can be at this kiosk: one screen, and how it behaves. The shell shows it and knows it by this
/// alone. All methods on the UI thread.
public interface Place {
    Duration ORDINARY_QUIET = Duration.ofSeconds(45);

    /// Its name in the program; no other place has it.
    String id();

    /// What stands on the screen while somebody is here. Asked once for each window, after all places are known.
    Node screen(Look look);

    /// The way in from home or from the staff corner; empty where another place leads here.
    default Optional<Tile> tile() {
        return Optional.empty();
    }

    /// Whether only staff who have unlocked come here.
    default boolean isForStaff() {
        return false;
    }

    /// What somebody must be allowed to do to come here; empty where every one of the staff may (OQ-31).
    default Optional<StaffAct> act() {
        return Optional.empty();
    }

    /// Somebody comes. `by` is present at places for staff.
    default void enter(Optional<StaffMember> by) {}

    /// They went: nothing of them may be left.
    default void leave() {}

    /// Whether a minute without a touch leads from here to idle; otherwise the place itself says when it is done.
    default boolean rests() {
        return true;
    }

    /// How long nobody need touch the screen here before it asks whether somebody still looks.
    default Duration quiet() {
        return ORDINARY_QUIET;
    }

    /// Whether whom a tap interrupts here comes back when its answer has stood.
    default boolean resumes() {
        return !isForStaff();
    }

    /// They come back from such an answer, to what they had before them.
    default void resume(Optional<StaffMember> by) {
        enter(by);
    }

    /// Whether a code may be shown here, so that cameras look.
    default boolean looksForCodes() {
        return false;
    }

    /// Whether [#looksForCodes] is so at this moment, where that changes while somebody is here.
    default Optional<ReadOnlyBooleanProperty> looksNow() {
        return Optional.empty();
    }

    /// The text that the sign of a camera shows here, where it does more than read codes.
    default Optional<String> cameraSign() {
        return Optional.empty();
    }

    default Cards cards() {
        return Cards.NONE;
    }

    /// Whether this is what this place alone can read, such as its own receipt. Whoever presents it comes here from
    /// wherever they are, unless the place they are at takes whatever is presented, or is for staff.
    default boolean claims(Credential credential) {
        return false;
    }

    /// A card or a code, as [#cards] and [#claims] say.
    default void presented(Credential credential) {}

    /// A card that was there and could not be used, as [#cards] says.
    default void misread(DeviceFault.Kind fault) {}

    /// While true, this place is where otherwise idle or home would be.
    default Optional<ReadOnlyBooleanProperty> insteadOfHome() {
        return Optional.empty();
    }

    /// Which cards and codes a place takes.
    enum Cards {
        NONE,
        /// Those presented while somebody is here, before any other place
        HERE,
        /// Those presented anywhere else, too; one place at most
        EVERYWHERE
    }
}
