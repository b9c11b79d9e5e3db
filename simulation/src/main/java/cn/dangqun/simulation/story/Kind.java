package cn.dangqun.simulation.story;

import java.util.Locale;

/// What people do and what goes wrong, each with the sentence that tells it. In a sentence `K` is the kiosk, `P` the
/// person, `A` the activity, `N` whatever else was drawn, in words where it is no count.
public enum Kind {
    TAP("P holds the card to K"),
    GUEST("P, whose card nobody knows, comes to K"),
    VISITOR("P, a party member whose card nobody knows, comes to K (双报到)"),
    UNDO("P takes the last check-in at K back at once"),
    REGISTER("staff register P at K for A by hand"),
    AFTERWARDS("the secretary enters at K that P had come to A (补录)"),
    CORRECT("staff take back at K whatever stands of P for A"),
    OPENED("staff open A at K"),
    CLOSED("the secretary closes A at K"),
    REOPENED("the secretary opens A again at K"),
    DECLARED("the secretary announces at K who is there, at A (宣布情况)"),
    ITEM_SET("the secretary puts item N on the agenda of A at K"),
    VOTED("all who are there vote at K for item N of A"),
    PUT_OFF("the secretary records at K that item N of A is put off (下次再议)"),
    TICKED("the secretary records at K that step N of A is done"),
    PAID("the secretary records at K, at A, that P has paid this month"),
    ADMISSION_SET("the secretary puts item N on the agenda of A at K, whether to admit somebody (吸收新党员)"),
    VOTED_ON_PAPER("all who are there vote on paper at K for item N of A, one of them so that nobody can read it"),
    VOTED_TOO_OFTEN("they vote on paper at K on item N of A, and one paper more comes back than was given out"),
    WRITTEN_VOTE("all who are there vote at K for item N of A, and one who is not there has done so in a letter"),
    ESCALATED("the secretary records at K that item N of A goes to the committee above (报上级)"),
    STEPPED_OUT("the secretary records at K that P has left the room of A"),
    CAME_BACK("the secretary records at K that P is in the room of A again"),
    HEADS("staff count N residents at A and enter it at K (群众)"),
    EXPLAINED("staff enter at K why P is missing from A (缺席原因)"),
    APPROVED("the secretary approves at K that P had come to A (补录)"),
    PAPER("staff enter at K that P stands on the paper list of A (纸质补录)"),
    TICKET("somebody takes a number at K"),
    NEXT("the window at K calls the next number"),
    BOOKED("somebody makes an appointment at K (预约), for the N time that is still free"),
    ARRIVED("whoever made the last appointment at K comes for it (报到)"),
    BOOKING_CANCELLED("whoever made the last appointment at K cancels it (取消预约)"),
    FILED("somebody asks for something at K (诉求)"),
    TAKEN_UP("staff at K take up what was asked for last in its centre (接手)"),
    HANDED_OVER("staff at K hand over what was asked for last in its centre (转交)"),
    SETTLED("staff at K settle what was asked for last in its centre (办结)"),
    RATED("whoever asked for something last in the centre of K rates it there: N of 5 stars"),
    LEAVE("staff grant P leave at K from A"),
    KIOSK_RESTARTED("K is switched off and on"),
    KIOSK_POWER_CUT("K loses its power"),
    KIOSK_CUT_WRITING("K loses its power in the middle of its N write from now"),
    KIOSK_CUT_KEEPING("K loses its power in the middle of its N step from now with a small file beside its ledger"),
    KIOSK_ON("K is switched on"),
    KIOSK_NEW("a new machine takes the place of K, with a code of the street"),
    LINE_CUT("the line of K is cut after N"),
    LINE_DOWN("the line of K is unplugged"),
    LINE_UP("the line of K is plugged in"),
    CLOCK_SET("the clock of K is set N"),
    CLOCK_RIGHT("the clock of K is set right"),
    DISK_COPIED("somebody copies the disk of K"),
    DISK_RESTORED("the copy takes the place of the disk of K"),
    CLONE_ON("the copy runs beside K as the same kiosk"),
    CLONE_TAP("P holds the card to the clone of K"),
    DISK_FULL("the ledger of K cannot grow any more"),
    DISK_FREE("there is room on the disk of K"),
    OLDER_PROGRAM("K says hello as a program would that speaks version N of the protocol"),
    STREET_RESTARTED("the street is switched off and on"),
    STREET_POWER_CUT("the street loses its power"),
    STREET_CUT_WRITING("the street loses its power in the middle of its N write from now"),
    STREET_ON("the street is switched on"),
    STREET_COPIED("somebody copies the disk of the street"),
    STREET_RESTORED("the copy takes the place of the disk of the street"),
    CHECKED_COPY("the street makes a checked copy"),
    MOVED("the street moves P, to branch N"),
    LEFT("the street enters that P has left"),
    CARD_CHANGED("the street gives P another card"),
    CANCELLED("the street cancels A"),
    MONTH_LOCKED("the street locks the month of A"),
    MONTH_OPENED("the street opens the month of A again"),
    DECIDED("the street decides of something that waits on 复核"),
    MATCHED("the street finds on 复核 that a guest of A was P"),
    AMENDED("the street puts P on the roll of A, which was frozen without them"),
    ANSWERED("staff answer at K something that was given back"),
    ASKED_AFTERWARDS("staff enter at K that P had come to A (补录), which nobody has approved"),
    RESCHEDULED("the street puts A off by N"),
    RETURNED("the street gives the roll of A back to its branch"),
    REVIEWED("the street has looked at the roll of A"),
    POISON("a newer program leaves at K a record that no other can read"),
    GARBLED("what K records next has no time that can be read"),
    FAILING("from now on the program of the street fails over check-ins of P"),
    NIGHT("the kiosks are switched off for the night"),
    QUIET("evening: everything that was broken is mended, and all kiosks meet the street");

    private final String sentence;

    Kind(String sentence) {
        this.sentence = sentence;
    }

    String sentence() {
        return sentence;
    }

    /// Whether it can be left out of a story without making another one impossible to tell.
    public boolean isOptional() {
        return this != QUIET;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
