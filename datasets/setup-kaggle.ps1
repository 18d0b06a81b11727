<#
.SYNOPSIS
Asks for a Kaggle credential without showing it, and writes the file that PayScope and Kaggle's own clients read, with
an access list of its owner only. It then asks Kaggle whether the credential is good, where Kaggle can be reached.
.PARAMETER Key
A user name and its legacy key, for kaggle.json, instead of an access token.
.PARAMETER NoCheck
Do not ask Kaggle.
.EXAMPLE
datasets\setup-kaggle.ps1
.NOTES
Exit code: 0 written (and good, if Kaggle could be asked), 1 Kaggle refuses it, 2 wrong input.
#>
[CmdletBinding()]
param([switch]$Key, [switch]$NoCheck)
$ErrorActionPreference = 'Stop'

function Stop-Setup([string]$Message) {
    [Console]::Error.WriteLine("setup-kaggle: $Message")
    exit 2
}

function Read-Hidden([string]$Prompt) {
    $secure = Read-Host -Prompt $Prompt -AsSecureString
    $pointer = [Runtime.InteropServices.Marshal]::SecureStringToBSTR($secure)
    try {
        return Confirm-Text $Prompt ([Runtime.InteropServices.Marshal]::PtrToStringBSTR($pointer))
    } finally {
        [Runtime.InteropServices.Marshal]::ZeroFreeBSTR($pointer)
    }
}

# Only what a header can carry is taken.
function Confirm-Text([string]$Prompt, [string]$Text) {
    $Text = $Text.Trim()
    if ($Text -notmatch '^[A-Za-z0-9._~+/=-]+$') {
        Stop-Setup "${Prompt}: expected letters, digits and . _ ~ + / = -, found something else"
    }
    return $Text
}

# The file is private before the secret is in it.
function Write-Private([string]$File, [string]$Text) {
    $folder = Split-Path -Parent $File
    New-Item -ItemType Directory -Force -Path $folder | Out-Null
    $temporary = Join-Path $folder ([IO.Path]::GetRandomFileName())
    New-Item -ItemType File -Path $temporary | Out-Null
    try {
        if ($PSVersionTable.PSVersion.Major -ge 6 -and -not $IsWindows) {
            chmod 600 $temporary
        } else {
            $acl = New-Object Security.AccessControl.FileSecurity
            $acl.SetAccessRuleProtection($true, $false)
            $owner = [Security.Principal.WindowsIdentity]::GetCurrent().User
            $acl.SetOwner($owner)
            $acl.AddAccessRule((New-Object Security.AccessControl.FileSystemAccessRule($owner, 'FullControl', 'Allow')))
            Set-Acl -Path $temporary -AclObject $acl
        }
        # Without a byte order mark, which would become part of a token.
        [IO.File]::WriteAllText($temporary, $Text, (New-Object Text.UTF8Encoding($false)))
        Move-Item -Force -Path $temporary -Destination $File
    } finally {
        if (Test-Path $temporary) { Remove-Item -Force $temporary }
    }
    Write-Output "setup-kaggle: written $File, readable by its owner only"
}

$userHome = if ($env:HOME) { $env:HOME } else { $env:USERPROFILE }
if (-not $userHome) { Stop-Setup 'neither HOME nor USERPROFILE is set' }
$kaggle = Join-Path $userHome '.kaggle'
if ($Key) {
    $user = Confirm-Text 'Kaggle user name' (Read-Host -Prompt 'Kaggle user name')
    $secret = Read-Hidden 'Kaggle key'
    $folder = if ($env:KAGGLE_CONFIG_DIR) { $env:KAGGLE_CONFIG_DIR } else { $kaggle }
    Write-Private (Join-Path $folder 'kaggle.json') "{`"username`":`"$user`",`"key`":`"$secret`"}"
    $pair = [Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes("${user}:$secret"))
    $authorization = "Basic $pair"
} else {
    $secret = Read-Hidden 'Kaggle access token'
    Write-Private (Join-Path $kaggle 'access_token') $secret
    $authorization = "Bearer $secret"
}
if ($NoCheck) { exit 0 }

$base = 'https://api.kaggle.com/v1'
if ($env:PAYSCOPE_KAGGLE_ENDPOINT) { $base = $env:PAYSCOPE_KAGGLE_ENDPOINT.TrimEnd('/') + '/api/v1' }
if ($base -match '@' -or $base -notmatch '^(https://|http://127\.0\.0\.1:|http://localhost:)') {
    Stop-Setup 'PAYSCOPE_KAGGLE_ENDPOINT: expected https://, or http:// on this machine'
}
$status = 0
try {
    $answer = Invoke-WebRequest -UseBasicParsing -Method Post -TimeoutSec 20 -ContentType 'application/json' `
        -Uri "$base/datasets.DatasetApiService/GetDataset" -Headers @{ Authorization = $authorization } `
        -Body '{"ownerSlug":"ealaxi","datasetSlug":"paysim1"}'
    $status = [int]$answer.StatusCode
} catch {
    if ($_.Exception.Response) { $status = [int]$_.Exception.Response.StatusCode }
}
if ($status -eq 200) {
    Write-Output 'setup-kaggle: Kaggle takes it'
} elseif ($status -eq 401 -or $status -eq 403) {
    [Console]::Error.WriteLine("setup-kaggle: Kaggle refuses it (status $status): make a new one at https://www.kaggle.com/settings")
    exit 1
} else {
    Write-Output "setup-kaggle: not checked, Kaggle cannot be reached (status $status)"
}
