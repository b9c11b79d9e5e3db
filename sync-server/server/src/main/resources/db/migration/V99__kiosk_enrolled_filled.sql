UPDATE kiosk SET enrolled_at = created_at WHERE street = 1;
