-- As DEPLOY.md has it: one role owns the schema, one is used by the functions. The server trusts its loopback port.
CREATE ROLE payscope_owner LOGIN;
CREATE ROLE payscope_app LOGIN NOBYPASSRLS;
CREATE DATABASE payscope OWNER payscope_owner;
