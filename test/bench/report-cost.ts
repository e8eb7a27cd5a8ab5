// Loaded before a program: tells at its end, on stderr, what it cost.
process.once("exit", () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const seconds = (userCPUTime + systemCPUTime) / 1e6;
  process.stderr.write(`\ncost ${seconds} s ${maxRSS / 1_024} MB\n`);
});
