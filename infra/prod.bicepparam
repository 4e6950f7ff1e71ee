// Three zones, private endpoints, no cold start.
using 'main.bicep'
extends 'shared.bicepparam'

import { prod } from 'stages.bicep'

param environmentName = readEnvironmentVariable('AZURE_ENV_NAME', 'prod')
param stage = prod
