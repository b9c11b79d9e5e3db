package cn.dangqun.kiosk.staff;

import cn.dangqun.kiosk.place.StaffMember;
import cn.dangqun.kiosk.staff.ProgramState.Wish;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Staff restart or end the program; it asks before. Methods on the UI thread.
final class ProgramViewModel {
    private static final Logger log = LoggerFactory.getLogger(ProgramViewModel.class);

    private final Program program;
    private final ReadOnlyObjectWrapper<ProgramState> state = new ReadOnlyObjectWrapper<>(new ProgramState.Shut());
    private Optional<StaffMember> by = Optional.empty();

    ProgramViewModel(Program program) {
        this.program = program;
    }

    ReadOnlyObjectProperty<ProgramState> state() {
        return state.getReadOnlyProperty();
    }

    void open(Optional<StaffMember> staff) {
        by = staff;
        state.set(new ProgramState.Choosing(program.isStartedAgain()));
    }

    void shut() {
        by = Optional.empty();
        state.set(new ProgramState.Shut());
    }

    void ask(Wish wish) {
        state.set(new ProgramState.Asking(wish));
    }

    void no() {
        state.set(new ProgramState.Choosing(program.isStartedAgain()));
    }

    void yes() {
        if (state.get() instanceof ProgramState.Asking(var wish) && by.isPresent()) {
            log.info("{} asked for {} of the program", by.get().id(), wish);
            state.set(new ProgramState.Closing(wish));
            switch (wish) {
                case RESTART -> program.restart();
                case END -> program.end();
            }
        }
    }
}
