package cn.dangqun.simulation;

import cn.dangqun.simulation.machine.Ground;
import cn.dangqun.simulation.story.Draw;
import cn.dangqun.simulation.world.Chance;

public final class SimulationMain {
    public static void main(String[] a) {
        Chance.install();
        long from = Long.parseLong(a[0]), to = Long.parseLong(a[1]);
        long t0 = System.nanoTime();
        try (var ground = Ground.layOut(Ground.place())) {
            System.out.println("ground " + (System.nanoTime() - t0) / 1_000_000);
            int days = 0; long cpu = 0;
            for (long s = from; s < to; s++) {
                long c0 = java.lang.management.ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
                long t = System.nanoTime();
                var story = Draw.story(s);
                var r = Simulation.tell(story, ground, a.length > 2 ? System.out::println : x -> {});
                System.out.println("seed " + s + " " + r.digest().substring(0, 12) + " kd " + r.kioskDays() + " succ " + r.successes() + " ms " + (System.nanoTime() - t) / 1_000_000 + (r.isKept() ? "" : " WRONG"));
                cpu += java.lang.management.ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - c0; days += r.kioskDays();
                if (s == to - 1) System.out.println("kiosk-years per cpu minute " + days / 365.0 / (cpu / 60e9));
                r.wrong().forEach(w -> System.out.println("   " + w));
            }
        }
    }
}
