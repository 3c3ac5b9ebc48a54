-- Machines reached over SSH: the way there, how to wake them, what is kept of them.
ALTER TABLE beehives ADD COLUMN proxy_jump TEXT;
ALTER TABLE beehives ADD COLUMN mac TEXT;
ALTER TABLE beehives ADD COLUMN broadcast TEXT;
ALTER TABLE beehives ADD COLUMN expect_gpu INTEGER;
ALTER TABLE beehives ADD COLUMN wanted TEXT;
ALTER TABLE beehives ADD COLUMN bundle TEXT;
ALTER TABLE beehives ADD COLUMN message TEXT;
ALTER TABLE beehives ADD COLUMN declared INTEGER;
