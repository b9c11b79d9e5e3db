package cn.dangqun.kiosk.place;

/// One of the duty staff. `duty` is shown on the home screen, empty when the person is not on duty.
public record StaffMember(String id, String name, String duty) {}
