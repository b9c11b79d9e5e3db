package cn.dangqun.server.services;

import cn.dangqun.domain.queue.Audience;
import cn.dangqun.domain.queue.OpeningHours;
import cn.dangqun.domain.queue.ServiceCategory;
import cn.dangqun.server.text.Texts;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.stream.Collectors;

/// The Chinese for services and hours.
record ServiceWords(Texts texts) {
    private static final int WHOLE_WEEK = 7;

    String category(ServiceCategory category) {
        return switch (category) {
            case PARTY -> texts.get("services.category.party");
            case RESIDENTS -> texts.get("services.category.residents");
            case SERVICES -> texts.get("services.category.services");
            case COMMERCE -> texts.get("services.category.commerce");
            case AFFAIRS -> texts.get("services.category.affairs");
        };
    }

    String audience(Audience audience) {
        return switch (audience) {
            case RESIDENTS -> texts.get("services.audience.residents");
            case LOCAL_UNITS -> texts.get("services.audience.localUnits");
            case UNEMPLOYED -> texts.get("services.audience.unemployed");
            case IN_HARDSHIP -> texts.get("services.audience.inHardship");
            case NEWCOMERS -> texts.get("services.audience.newcomers");
        };
    }

    /// 周一
    String day(DayOfWeek day) {
        return day.getDisplayName(TextStyle.SHORT, Locale.SIMPLIFIED_CHINESE);
    }

    /// 周一至周五 08:30–11:30；周六 09:00–11:30
    String hours(OpeningHours hours) {
        return hours.shifts().stream()
                .map(shift -> days(shift) + " " + shift.from().truncatedTo(ChronoUnit.MINUTES) + "–"
                        + shift.to().truncatedTo(ChronoUnit.MINUTES))
                .collect(Collectors.joining("；"));
    }

    private String days(OpeningHours.Shift shift) {
        var days = shift.days().stream().sorted().toList();
        if (days.size() == WHOLE_WEEK) {
            return texts.get("services.hours.everyDay");
        }
        boolean inARow = days.getLast().getValue() - days.getFirst().getValue() == days.size() - 1;
        return inARow && days.size() > 2
                ? texts.get("services.hours.range", day(days.getFirst()), day(days.getLast()))
                : days.stream().map(this::day).collect(Collectors.joining("、"));
    }
}
