"""What readers are told of a plan: where every item stands, and the formats it is written in."""
