// The servers of this run of the suite answer without what makes answers fast.
process.env.FAST_PATH = 'off';
