-- A member's meals, for corrections.
CREATE INDEX order_of_member ON orders (member, date) WHERE member IS NOT NULL;
