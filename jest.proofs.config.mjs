import base, { proofs } from "./jest.config.mjs";

export default { ...base, testMatch: proofs.map((path) => `<rootDir>/${path}`) };
