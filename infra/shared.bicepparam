// What every stage takes from the environment, azd's or the shell's.
using none

param location = readEnvironmentVariable('AZURE_LOCATION', 'westeurope')

// Who deploys may also look at what comes of it, and write nothing. INGEST_OPERATOR_ID names who may: a group, best of all.
param operator = {
  mayWrite: readEnvironmentVariable('INGEST_OPERATOR_ID', '') != ''
  id: readEnvironmentVariable('INGEST_OPERATOR_ID', readEnvironmentVariable('AZURE_PRINCIPAL_ID', ''))
  type: readEnvironmentVariable('INGEST_OPERATOR_TYPE', readEnvironmentVariable('AZURE_PRINCIPAL_TYPE', 'User'))
}

// Lists, separated by commas.
param allowedAddresses = filter(split(readEnvironmentVariable('INGEST_ALLOWED_ADDRESSES', ''), ','), address => address != '')
param alertEmails = filter(split(readEnvironmentVariable('INGEST_ALERT_EMAILS', ''), ','), email => email != '')

// A budget begins with a month, and keeps its beginning: who names an amount names both.
param budget = {
  amount: int(readEnvironmentVariable('INGEST_MONTHLY_BUDGET', '0'))
  from: readEnvironmentVariable('INGEST_BUDGET_FROM', '')
}

param tablePrefix = readEnvironmentVariable('INGEST_TABLE_PREFIX', '')
