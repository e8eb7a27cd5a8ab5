import base, { programs } from "./jest.config.mjs";

export default { ...base, testMatch: programs.map((path) => `<rootDir>/${path}`) };
