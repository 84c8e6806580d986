// The page calls the exported functions of PageExports; there is nothing to run.
return;
