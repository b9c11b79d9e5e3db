package cn.dangqun.domain.queue;

import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/// One line of the service catalogue (RULES §2). `limitDays` is the promised time to finish, empty where none is
/// promised; `sample`: an example that came with the product, which nobody of the street has made their own;
/// `usual` is how long a person is at the window until enough were served to know better; `steps` is how it goes, in
/// order, for the guide.
public record ServiceItem(
        ServiceId id,
        ServiceCategory category,
        String name,
        Set<Audience> audiences,
        Charge charge,
        List<String> materials,
        OptionalInt limitDays,
        char letter,
        OpeningHours hours,
        int dailyCap,
        Duration usual,
        boolean sample,
        List<String> steps) {
    public static final int NAME_MAX = 20;

    /// What the street itself wrote.
    public ServiceItem(
            ServiceId id,
            ServiceCategory category,
            String name,
            Set<Audience> audiences,
            Charge charge,
            List<String> materials,
            OptionalInt limitDays,
            char letter,
            OpeningHours hours,
            int dailyCap,
            Duration usual) {
        this(id, category, name, audiences, charge, materials, limitDays, letter, hours, dailyCap, usual, false);
    }

    public ServiceItem(
            ServiceId id,
            ServiceCategory category,
            String name,
            Set<Audience> audiences,
            Charge charge,
            List<String> materials,
            OptionalInt limitDays,
            char letter,
            OpeningHours hours,
            int dailyCap,
            Duration usual,
            boolean sample) {
        this(
                id, category, name, audiences, charge, materials, limitDays, letter, hours, dailyCap, usual, sample,
                List.of());
    }

    /// The same, and how it goes.
    public ServiceItem going(List<String> otherSteps) {
        return new ServiceItem(
                id,
                category,
                name,
                audiences,
                charge,
                materials,
                limitDays,
                letter,
                hours,
                dailyCap,
                usual,
                sample,
                otherSteps);
    }

    public ServiceItem {
        audiences = Set.copyOf(audiences);
        materials = List.copyOf(materials);
        steps = List.copyOf(steps);
        if (name.isBlank() || name.length() > NAME_MAX) {
            throw new IllegalArgumentException("a service has a name of at most " + NAME_MAX);
        }
        if (letter < 'A' || letter > 'Z') {
            throw new IllegalArgumentException("the letter of a service is one of A-Z");
        }
        if (dailyCap < 1 || dailyCap > TicketNumber.ORDINAL_MAX) {
            throw new IllegalArgumentException("a daily cap is 1 to " + TicketNumber.ORDINAL_MAX);
        }
        if (!usual.isPositive() || limitDays.orElse(0) < 0) {
            throw new IllegalArgumentException("a service takes some time, and no limit lies in the past");
        }
    }
}
