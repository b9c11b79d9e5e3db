package cn.dangqun.bench.farm.kiosk;

import java.io.IOException;

/// Something that goes wrong at one kiosk. Strikes and ends between two people; for one thread.
public interface Trouble {
    void strike() throws IOException, InterruptedException;

    /// Lets somebody check in meanwhile; whoever is sent away comes again at the end.
    void serve(Visitor person) throws IOException, InterruptedException;

    /// What people must do about it at kiosk and street is done as well.
    void end() throws IOException, InterruptedException;
}
