package cn.dangqun.kiosk.shell;

import cn.dangqun.devices.api.DeviceFault;
import cn.dangqun.domain.credential.Credential;
import cn.dangqun.kiosk.place.Door;
import cn.dangqun.kiosk.place.Place;
import cn.dangqun.kiosk.place.StaffMember;
import cn.dangqun.kiosk.place.Tile;
import cn.dangqun.kiosk.place.Ways;
import cn.dangqun.kiosk.ui.UiThread;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// Where the kiosk is and where it goes: cards and codes go to the place that takes them; a minute without a touch,
/// or as long as a place says, leads back to idle and so out of every place for staff (F-42, F-80). Knows places by
/// what they say of themselves. All methods on the UI thread.
public final class ShellViewModel implements Ways {
    static final Duration IDLE_AFTER = Duration.ofSeconds(60);
    /// So long the question whether somebody still looks stands, where visitors are.
    static final Duration ASKED = Duration.ofSeconds(15);
    static final Duration TROUBLE_STAYS = Duration.ofSeconds(8);

    private final UiThread ui;
    private final Map<String, Place> places = new LinkedHashMap<>();
    private final ReadOnlyObjectWrapper<ShellState> state = new ReadOnlyObjectWrapper<>(new ShellState.Idle());
    private final ReadOnlyBooleanWrapper watched = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper asking = new ReadOnlyBooleanWrapper();
    private UiThread.@Nullable Pending idling;
    private UiThread.@Nullable Pending staffMinute;
    private ShellState.@Nullable At interrupted;
    private boolean resuming;

    /// Has no places before [#open].
    public ShellViewModel(UiThread ui) {
        this.ui = ui;
    }

    /// These are all the places there are, in the order of their tiles.
    void open(List<Place> all) {
        for (var place : all) {
            if (places.put(place.id(), place) != null) {
                throw new IllegalArgumentException("two places are called " + place.id());
            }
            place.insteadOfHome()
                    .ifPresent(wanted -> wanted.addListener((_, _, now) -> wantedInsteadOfHome(place, now)));
        }
        state.set(resting(state.get()));
    }

    public ReadOnlyObjectProperty<ShellState> state() {
        return state.getReadOnlyProperty();
    }

    /// Whether a camera takes pictures now.
    public ReadOnlyBooleanProperty watched() {
        return watched.getReadOnlyProperty();
    }

    /// Whether the question stands if somebody still looks; a touch anywhere says yes.
    ReadOnlyBooleanProperty asking() {
        return asking.getReadOnlyProperty();
    }

    /// Whether the last move led somebody back to where a tap had interrupted them.
    boolean isResuming() {
        return resuming;
    }

    public void watching(boolean on) {
        watched.set(on);
    }

    /// Where somebody is; empty on idle, home and in trouble.
    Optional<Place> place() {
        return place(state.get());
    }

    Optional<Place> place(ShellState at) {
        return at instanceof ShellState.At there ? Optional.of(find(there.place())) : Optional.empty();
    }

    private Place find(String id) {
        var place = places.get(id);
        if (place == null) {
            throw new IllegalArgumentException("there is no place " + id);
        }
        return place;
    }

    /// A finger or a mouse; on the idle screen it opens home.
    @Override
    public void touched() {
        waitForIdle();
        if (state.get() instanceof ShellState.At at && at.by().isPresent()) {
            waitForStaff();
        }
        if (state.get() instanceof ShellState.Idle) {
            home();
        }
    }

    public void presented(Credential credential) {
        here().or(() -> claimant(credential)).or(this::taker).ifPresent(place -> place.presented(credential));
    }

    public void misread(DeviceFault.Kind fault) {
        here().or(this::taker).ifPresent(place -> place.misread(fault));
    }

    /// They come to the place that alone can read it; staff are not torn from what they do.
    private Optional<Place> claimant(Credential credential) {
        var claims = places.values().stream()
                .filter(_ -> place().filter(Place::isForStaff).isEmpty())
                .filter(each -> each.claims(credential))
                .findFirst();
        claims.filter(place -> place().filter(place::equals).isEmpty()).ifPresent(place -> go(place.id()));
        return claims;
    }

    private Optional<Place> here() {
        return place().filter(here -> here.cards() == Place.Cards.HERE);
    }

    private Optional<Place> taker() {
        return places.values().stream()
                .filter(each -> each.cards() == Place.Cards.EVERYWHERE)
                .findFirst();
    }

    /// Whether a code may be shown now; nowhere else does a camera look.
    boolean looksForCodes() {
        return switch (state.get()) {
            case ShellState.Idle _, ShellState.Home _ -> true;
            case ShellState.At at -> looksForCodes(find(at.place()));
            case ShellState.Trouble _ -> false;
        };
    }

    private static boolean looksForCodes(Place place) {
        return place.looksForCodes()
                && place.looksNow().map(ReadOnlyBooleanProperty::get).orElse(true);
    }

    @Override
    public void go(String id) {
        var by = state.get() instanceof ShellState.At at ? at.by() : Optional.<StaffMember>empty();
        var place = find(id);
        if (!place.isForStaff()) {
            interrupted = place.cards() == Place.Cards.EVERYWHERE ? waiting() : null;
            move(new ShellState.At(id, Optional.empty()));
        } else if (by.filter(person -> mayCome(person, place)).isPresent()) {
            waitForStaff();
            move(new ShellState.At(id, by));
        }
    }

    /// Where those are whom a tap interrupts, or were interrupted before.
    private ShellState.@Nullable At waiting() {
        return state.get() instanceof ShellState.At at && find(at.place()).resumes() ? at : interrupted;
    }

    @Override
    public void home() {
        interrupted = null;
        move(new ShellState.Home());
    }

    @Override
    public void help() {
        go(HELP);
    }

    @Override
    public void corner() {
        go(CORNER);
    }

    @Override
    public void done(String id) {
        if (state.get() instanceof ShellState.At at && at.place().equals(id)) {
            if (interrupted != null) {
                var back = interrupted;
                interrupted = null;
                resuming = true;
                move(back);
                resuming = false;
            } else {
                home();
            }
        }
    }

    @Override
    public void admit(StaffMember by) {
        waitForStaff();
        move(new ShellState.At(CORNER, Optional.of(by)));
    }

    @Override
    public List<Door> doors(Tile.Where where) {
        return doors(where, _ -> true);
    }

    @Override
    public List<Door> doors(Tile.Where where, StaffMember by) {
        return doors(where, place -> mayCome(by, place));
    }

    private static boolean mayCome(StaffMember person, Place place) {
        return place.act().filter(act -> !person.may(act)).isEmpty();
    }

    private List<Door> doors(Tile.Where where, Predicate<Place> which) {
        return places.values().stream()
                .filter(which)
                .flatMap(place -> place
                        .tile()
                        .filter(tile -> tile.where() == where)
                        .map(tile -> new Door(place.id(), tile, () -> go(place.id())))
                        .stream())
                .toList();
    }

    /// Shows the code for a while, then starts again from home.
    public void trouble(String code) {
        move(new ShellState.Trouble(code));
        waitForIdle(TROUBLE_STAYS);
    }

    private void move(ShellState wanted) {
        state.set(resting(wanted));
        waitForIdle();
    }

    /// Idle and home have nothing to show while a place wants to be there instead.
    private ShellState resting(ShellState wanted) {
        boolean resting = wanted instanceof ShellState.Idle || wanted instanceof ShellState.Home;
        return places.values().stream()
                .filter(place -> resting)
                .filter(place -> place.insteadOfHome()
                        .filter(ReadOnlyBooleanProperty::get)
                        .isPresent())
                .findFirst()
                .<ShellState>map(place -> new ShellState.At(place.id(), Optional.empty()))
                .orElse(wanted);
    }

    private void wantedInsteadOfHome(Place place, boolean now) {
        if (now) {
            state.set(resting(state.get()));
        } else {
            done(place.id());
        }
    }

    /// Visitors are asked before they are sent away; staff are locked out after their minute.
    private void waitForIdle() {
        if (state.get() instanceof ShellState.At at
                && at.by().isEmpty()
                && find(at.place()).rests()) {
            waitForIdle(find(at.place()).quiet(), () -> {
                waitForIdle(ASKED);
                asking.set(true);
            });
        } else {
            waitForIdle(IDLE_AFTER);
        }
    }

    private void waitForIdle(Duration delay) {
        waitForIdle(delay, this::rest);
    }

    private void waitForIdle(Duration delay, Runnable then) {
        asking.set(false);
        if (idling != null) {
            idling.cancel();
        }
        idling = ui.after(delay, then);
    }

    /// Taps of others give staff no more time: a minute after their own last touch they are locked out.
    private void waitForStaff() {
        if (staffMinute != null) {
            staffMinute.cancel();
        }
        staffMinute = ui.after(IDLE_AFTER, () -> {
            if (interrupted != null && interrupted.by().isPresent()) {
                interrupted = null;
            }
            if (state.get() instanceof ShellState.At at && at.by().isPresent()) {
                rest();
            }
        });
    }

    private void rest() {
        asking.set(false);
        switch (state.get()) {
            case ShellState.Trouble _ -> home();
            case ShellState.At at when !find(at.place()).rests() -> waitForIdle(IDLE_AFTER);
            case ShellState.Idle _, ShellState.Home _, ShellState.At _ -> state.set(resting(new ShellState.Idle()));
        }
    }
}
